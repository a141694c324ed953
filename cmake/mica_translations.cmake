# mica_translations(TARGET): compiles translations/mica_LANGUAGE.ts into the target's resources, and declares
# update_translations, which brings the .ts files up to the sources: new texts come in as unfinished, old ones go.
function(mica_translations target)
  get_target_property(moc Qt6::moc LOCATION)  # Qt 6's own tools lie beside it; those in PATH may be of Qt 5
  get_filename_component(tools ${moc}/../../bin ABSOLUTE)
  find_program(MICA_LRELEASE lrelease HINTS ${tools} REQUIRED)
  find_program(MICA_LUPDATE lupdate HINTS ${tools} REQUIRED)
  foreach(language en de zh_CN)
    set(ts ${PROJECT_SOURCE_DIR}/translations/mica_${language}.ts)
    set(qm ${CMAKE_CURRENT_BINARY_DIR}/mica_${language}.qm)
    add_custom_command(OUTPUT ${qm} COMMAND ${MICA_LRELEASE} -silent ${ts} -qm ${qm} DEPENDS ${ts} VERBATIM)
    list(APPEND compiled ${qm})
  endforeach()
  qt_add_resources(${target} translations PREFIX /translations BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${compiled})
  add_custom_target(update_translations COMMAND ${PROJECT_SOURCE_DIR}/translations/update ${MICA_LUPDATE} VERBATIM)
endfunction()
