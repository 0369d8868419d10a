# Installed: the program, its man page and its completions, both libraries, the header, and what find_package(pith) and pkg-config need.
include(CMakePackageConfigHelpers)
set(pith_cmake_dir "${CMAKE_INSTALL_LIBDIR}/cmake/pith")

install(TARGETS pith RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
install(FILES cmd/pith.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
if(NOT CMAKE_CROSSCOMPILING) # the program prints them itself
  foreach(completion bash:bash-completion/completions/pith zsh:zsh/site-functions/_pith
          fish:fish/vendor_completions.d/pith.fish)
    string(REPLACE ":" ";" completion "${completion}")
    list(GET completion 0 shell)
    list(GET completion 1 path)
    set(file "${PROJECT_BINARY_DIR}/completions/${path}")
    get_filename_component(folder "${path}" DIRECTORY)
    file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/completions/${folder}")
    add_custom_command(OUTPUT "${file}" COMMAND pith --completion ${shell} > "${file}" DEPENDS pith VERBATIM)
    list(APPEND pith_completions "${file}")
    install(FILES "${file}" DESTINATION "${CMAKE_INSTALL_DATADIR}/${folder}")
  endforeach()
  add_custom_target(pith_completions ALL DEPENDS ${pith_completions})
endif()
install(FILES include/pith.h DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(TARGETS pith_shared pith_static EXPORT pithTargets
  LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
install(EXPORT pithTargets NAMESPACE pith:: DESTINATION "${pith_cmake_dir}")

configure_package_config_file(core/cmake/pithConfig.cmake.in "${PROJECT_BINARY_DIR}/pithConfig.cmake"
  INSTALL_DESTINATION "${pith_cmake_dir}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/pithConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
configure_file(core/cmake/pith.pc.in "${PROJECT_BINARY_DIR}/pith.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/pithConfig.cmake" "${PROJECT_BINARY_DIR}/pithConfigVersion.cmake"
  core/cmake/FindStemmer.cmake DESTINATION "${pith_cmake_dir}")
install(FILES "${PROJECT_BINARY_DIR}/pith.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
