# The CUDA kernels, a library of their own that the program loads at run time where the machine's torch has CUDA. Built
# where nvcc is at hand and MICA_CUDA is not OFF; the rest of the project does not know whether it was.
# mica_cuda_sources: the .cu files, which the tests also compile for their host emulation.
option(MICA_CUDA "build the CUDA kernels where nvcc is found" ON)
file(GLOB mica_cuda_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/cuda/*.cu)
file(GLOB mica_cuda_headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/core/cuda/*.cuh ${PROJECT_SOURCE_DIR}/core/cuda/*.h
  ${PROJECT_SOURCE_DIR}/core/kernels/*.h)

function(mica_cuda_library)
  find_program(MICA_NVCC nvcc HINTS ENV CUDA_HOME ENV CUDA_PATH PATHS /usr/local/cuda PATH_SUFFIXES bin)
  if(NOT MICA_CUDA OR NOT MICA_NVCC)
    message(STATUS "CUDA kernels are not built: nvcc was not found, or MICA_CUDA is OFF")
    return()
  endif()
  # Code for one card of each generation runs on the later ones of that generation too; the last also as PTX, for
  # cards to come. Those that this nvcc does not know are left out.
  execute_process(COMMAND ${MICA_NVCC} --list-gpu-arch OUTPUT_VARIABLE known RESULT_VARIABLE failed ERROR_QUIET)
  set(codes)
  foreach(number 80 90 100 120)
    if(known MATCHES "compute_${number}[^0-9]")
      list(APPEND codes -gencode arch=compute_${number},code=sm_${number})
      set(last ${number})
    endif()
  endforeach()
  if(failed OR NOT codes)
    message(STATUS "CUDA kernels are not built: ${MICA_NVCC} knows none of the cards they are for")
    return()
  endif()
  list(APPEND codes -gencode arch=compute_${last},code=compute_${last})
  # No contraction of multiply and add but where the source says so: equal scores must be equal bits.
  set(flags -std=c++20 -O3 -fmad=false --expt-relaxed-constexpr -Xcompiler=-fPIC,-fvisibility=hidden -I${PROJECT_SOURCE_DIR})
  if(NOT DEFINED MICA_NVCC_WORKS)  # with this host compiler, which may be too new for it
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/cuda_try.cu "#include <cstdint>\n__global__ void nothing() {}\n")
    execute_process(COMMAND ${MICA_NVCC} ${flags} ${codes} -c cuda_try.cu -o cuda_try.o
      WORKING_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR} RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE said)
    if(failed)
      message(STATUS "CUDA kernels are not built: ${MICA_NVCC} cannot compile here: ${said}")
      return()
    endif()
    set(MICA_NVCC_WORKS ON CACHE INTERNAL "nvcc compiles with this host compiler")
  endif()
  set(objects)
  foreach(source ${mica_cuda_sources})
    get_filename_component(name ${source} NAME_WE)
    set(object ${CMAKE_CURRENT_BINARY_DIR}/cuda_${name}.o)
    add_custom_command(OUTPUT ${object} COMMAND ${MICA_NVCC} ${flags} ${codes} -c ${source} -o ${object}
      DEPENDS ${source} ${mica_cuda_headers} COMMENT "Compiling CUDA kernels ${name}" VERBATIM)
    list(APPEND objects ${object})
  endforeach()
  set(library ${CMAKE_BINARY_DIR}/bin/libmica_cuda.so)
  add_custom_command(OUTPUT ${library}
    COMMAND ${MICA_NVCC} -shared -cudart static ${objects} -o ${library}
    DEPENDS ${objects} COMMENT "Linking CUDA kernels" VERBATIM)
  add_custom_target(mica_cuda ALL DEPENDS ${library})
endfunction()
