# Every header compiles alone: a source per header that includes it first, and again. Those of the rooms with LibTorch
# share mica_core's precompiled header where they include it, without which each of them would take half a minute.
function(mica_headers name)
  cmake_parse_arguments(arg "TORCH" "" "LIBRARIES;FOLDERS" ${ARGN})
  set(sources)
  foreach(folder ${arg_FOLDERS})
    file(GLOB headers CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/${folder}/*.h)
    foreach(header ${headers})
      string(MAKE_C_IDENTIFIER ${header} source)
      set(source ${CMAKE_CURRENT_BINARY_DIR}/headers/${source}.cpp)
      file(CONFIGURE OUTPUT ${source} CONTENT "#include \"${header}\"\n#include \"${header}\"\n" @ONLY)
      list(APPEND sources ${source})
    endforeach()
  endforeach()
  if(sources)
    add_library(headers-${name} OBJECT ${sources})
    set_target_properties(headers-${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
    target_link_libraries(headers-${name} PRIVATE ${arg_LIBRARIES})
    foreach(library ${arg_LIBRARIES})  # headers inside a room may use what the room hides from others
      target_include_directories(headers-${name} SYSTEM PRIVATE $<TARGET_PROPERTY:${library},INCLUDE_DIRECTORIES>)
    endforeach()
    if(arg_TORCH)
      mica_torch_headers(headers-${name} mica_core)
    else()
      target_compile_options(headers-${name} PRIVATE -O0)
    endif()
  endif()
endfunction()

mica_headers(datasets LIBRARIES mica_datasets
  FOLDERS datasets/types datasets/store datasets/media datasets/features datasets/words datasets/import datasets/sample
          datasets/feature_files datasets/pickle datasets/csd datasets/check datasets/export datasets/views core/reports)
mica_headers(statistics LIBRARIES mica_statistics FOLDERS core/statistics)
mica_headers(kernels LIBRARIES mica_kernels FOLDERS core/kernels core/cuda)
mica_headers(core TORCH LIBRARIES mica_training
  FOLDERS core/model core/models core/alignment core/metrics core/analysis core/training core/runs)
mica_headers(bench TORCH LIBRARIES mica_bench FOLDERS bench)
mica_headers(widgets LIBRARIES mica_widgets FOLDERS widgets)
mica_headers(app LIBRARIES mica_workbench FOLDERS app/cli app/workbench)
