# What a static boctach asks of those who link it.
include(CMakeFindDependencyMacro)
find_dependency(ICU COMPONENTS uc i18n)
find_dependency(PkgConfig)
pkg_check_modules(RE2 REQUIRED QUIET IMPORTED_TARGET re2)
find_dependency(yaml-cpp)
find_dependency(simdjson)
find_dependency(Threads)
include(${CMAKE_CURRENT_LIST_DIR}/boctach-targets.cmake)
