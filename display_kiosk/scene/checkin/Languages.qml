// The first page: every language by its own name, in its own script.
import QtQuick

Item {
    id: page

    required property var screen

    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Grid {
        id: grid
        anchors.centerIn: parent
        readonly property int many: page.screen.visit.languages.length
        width: Math.min(parent.width, 1500 * page.screen.unit)
        columns: page.screen.wide && many > 2 ? (many > 4 ? 3 : 2) : 1
        spacing: 32 * page.screen.unit
        Repeater {
            model: page.screen.visit.languages
            BigButton {
                required property var modelData
                objectName: "language-" + modelData.code
                screen: page.screen
                large: true
                width: (grid.width - (grid.columns - 1) * grid.spacing) / grid.columns
                height: 216 * page.screen.unit
                text: modelData.name
                note: modelData.welcome
                onPressed: page.screen.visit.choose_language(modelData.code)
            }
        }
    }
}
