# The language data, stopwords/<code>.txt and core/lang/<code>.txt, as a C file of constants
# (core/language/embedded.h): a program that is built first prints it. When cross-compiling it is
# run by CMAKE_CROSSCOMPILING_EMULATOR.

set(pith_language_codes
  af am ar az be bg bn ca cs da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka
  kk km kn ko lt lv mk ml mr my ne nl no or pa pl pt ro ru si sk sl sq sr sv ta te th tr uk ur vi
  yi zh)

set(PITH_STOPWORDS_DIR "${PROJECT_SOURCE_DIR}/stopwords")
set(PITH_LANG_DIR "${PROJECT_SOURCE_DIR}/core/lang")
set(pith_embedded_source "${CMAKE_CURRENT_BINARY_DIR}/embedded.c")
set(pith_language_files "")
foreach(code IN LISTS pith_language_codes)
  list(APPEND pith_language_files "${PITH_STOPWORDS_DIR}/${code}.txt" "${PITH_LANG_DIR}/${code}.txt")
endforeach()

add_executable(pith_tables EXCLUDE_FROM_ALL
  language/tables.c language/compile.c ground/arena.c ground/table.c ground/utf8.c)
target_include_directories(pith_tables PRIVATE "${PROJECT_SOURCE_DIR}/include" "${CMAKE_CURRENT_SOURCE_DIR}")
target_link_libraries(pith_tables PRIVATE pith_flags PkgConfig::UTF8PROC)
add_custom_command(OUTPUT "${pith_embedded_source}"
  COMMAND pith_tables "${PITH_STOPWORDS_DIR}" "${PITH_LANG_DIR}" ${pith_language_codes}
    > "${pith_embedded_source}.new"
  COMMAND "${CMAKE_COMMAND}" -E rename "${pith_embedded_source}.new" "${pith_embedded_source}"
  DEPENDS pith_tables ${pith_language_files}
  COMMENT "Making tables of the language data" VERBATIM)
