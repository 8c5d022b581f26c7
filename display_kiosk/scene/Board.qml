// The waiting room's picture: video with the called ticket over it, the last calls beside, one line below.
import QtQuick

Rectangle {
    id: root

    required property var board
    readonly property var theme: board.theme
    readonly property real unit: Math.min(height / 1080, width / 1600)
    readonly property bool beside: board.layout !== "board"

    implicitWidth: 1280
    implicitHeight: 720
    color: theme.background
    LayoutMirroring.enabled: board.mirrored
    LayoutMirroring.childrenInherit: true

    Item {
        id: panel
        anchors { left: parent.left; top: parent.top; bottom: strip.top }
        width: Math.round(parent.width * (root.beside ? 2 / 3 : 0.5))
        clip: true

        Calm {
            anchors.fill: parent
            theme: root.theme
            unit: root.unit
            hospital: root.board.hospital
            words: root.board.words
            connected: root.board.connected && root.board.trouble === ""
            quiet: root.board.film || root.board.cardShown
        }
        Loader {
            objectName: "film"
            anchors.fill: parent
            visible: root.board.film
            source: "Film.qml"
        }
        Card {
            theme: root.theme
            unit: root.unit
            board: root.board
            screenHeight: root.height
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 40 * root.unit }
        }
    }
    CallColumn {
        anchors { left: panel.right; right: parent.right; top: parent.top; bottom: strip.top }
        theme: root.theme
        unit: root.unit
        board: root.board
    }
    Strip {
        id: strip
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 96 * root.unit
        theme: root.theme
        unit: root.unit
        board: root.board
    }
}
