# The tagger's weights as it reads them, as a C file of constants (core/quotes/pressed.h): a program
# that is built first prints it.
set(pith_pressed_source "${CMAKE_CURRENT_BINARY_DIR}/pressed.c")
add_executable(pith_press EXCLUDE_FROM_ALL
  quotes/press.c quotes/tagger_first.c quotes/tagger_second.c language/learnt_words.c)
target_include_directories(pith_press PRIVATE "${PROJECT_SOURCE_DIR}/include" "${CMAKE_CURRENT_SOURCE_DIR}")
target_link_libraries(pith_press PRIVATE pith_flags)
add_custom_command(OUTPUT "${pith_pressed_source}"
  COMMAND pith_press > "${pith_pressed_source}.new"
  COMMAND "${CMAKE_COMMAND}" -E rename "${pith_pressed_source}.new" "${pith_pressed_source}"
  DEPENDS pith_press
  COMMENT "Making tables of the tagger's weights" VERBATIM)
