// Something taller than its place that is shown a page at a time; a page fades into the next in well under a second.
import QtQuick

Item {
    id: turning

    required property real pageHeight
    required property int pages
    default property alias content: inside.data
    property int page: 0
    readonly property int shown: page % Math.max(1, pages)

    clip: true

    function turn() {
        if (turning.pages > 1)
            fading.restart()
    }

    Item {
        id: inside
        anchors { left: parent.left; right: parent.right }
        y: -turning.shown * turning.pageHeight
    }
    SequentialAnimation {
        id: fading
        NumberAnimation { target: inside; property: "opacity"; to: 0; duration: 250 }
        ScriptAction { script: turning.page = (turning.page + 1) % Math.max(1, turning.pages) }
        NumberAnimation { target: inside; property: "opacity"; to: 1; duration: 250 }
    }
}
