# LibTorch as the pinned wheel unpacks it: a folder with include/ and lib/. find_package(Torch) of a CUDA wheel
# fails where CUDA is missing, so the two libraries that are needed are named here.
# MICA_TORCH (cache or environment): the wheel's `torch` folder.
set(MICA_TORCH "$ENV{MICA_TORCH}" CACHE PATH "folder of LibTorch (with include/ and lib/)")
if(NOT EXISTS "${MICA_TORCH}/include/ATen/ATen.h")
  message(FATAL_ERROR "LibTorch not found in '${MICA_TORCH}'. Start through ./run, or set MICA_TORCH to a folder that has include/ATen and lib/libtorch_cpu.so.")
endif()
add_library(mica_torch INTERFACE)
target_include_directories(mica_torch SYSTEM INTERFACE ${MICA_TORCH}/include ${MICA_TORCH}/include/torch/csrc/api/include)
target_link_libraries(mica_torch INTERFACE ${MICA_TORCH}/lib/libtorch_cpu.so ${MICA_TORCH}/lib/libc10.so)
target_link_options(mica_torch INTERFACE -Wl,-rpath,${MICA_TORCH}/lib
  -Wl,--unresolved-symbols=ignore-in-shared-libs -Wl,--no-as-needed)
