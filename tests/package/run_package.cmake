# cmake -DROOT=... -DBUILD=... -DCOMPILER=... -P run_package.cmake: installs the build into a scratch folder, builds samples/extract_one.cpp
# against what was installed, and gives it one sentence.
cmake_minimum_required(VERSION 3.25)

set(scratch ${BUILD}/package)
file(REMOVE_RECURSE ${scratch})

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\n${output}")
  endif()
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${scratch}/prefix)
run(${CMAKE_COMMAND} -S ${ROOT}/tests/package -B ${scratch}/build -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_COMPILER=${COMPILER}
    -DCMAKE_PREFIX_PATH=${scratch}/prefix -DSAMPLES=${ROOT}/samples)
run(${CMAKE_COMMAND} --build ${scratch}/build)

file(WRITE ${scratch}/article.txt "Ngày 12/3/2018, UBND tỉnh ban hành Kế hoạch số 96/KH-UBND.\n")
execute_process(COMMAND ${scratch}/build/extract_one ${scratch}/prefix/share/boctach/rules INPUT_FILE ${scratch}/article.txt
                RESULT_VARIABLE result OUTPUT_VARIABLE record ERROR_VARIABLE errors)
if(NOT result EQUAL 0 OR NOT record MATCHES "\"96/KH-UBND\"" OR NOT record MATCHES "\"2018-03-12\"")
  message(FATAL_ERROR "extract_one: exit ${result}\n${record}${errors}")
endif()

# The installed program finds the installed rules by itself.
file(GLOB program ${scratch}/prefix/bin/boctach)
if(program)
  execute_process(COMMAND ${program} run --json ${scratch}/article.txt WORKING_DIRECTORY ${scratch} RESULT_VARIABLE result OUTPUT_VARIABLE record
                  ERROR_VARIABLE errors)
  if(NOT result EQUAL 0 OR NOT record MATCHES "\"96/KH-UBND\"")
    message(FATAL_ERROR "installed boctach: exit ${result}\n${record}${errors}")
  endif()
endif()
