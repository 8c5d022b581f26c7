// The waiting room's picture: video with the called ticket over it, the last calls beside or below, the strip at the foot.
import QtQuick

Rectangle {
    id: root

    required property var board
    // Copied once: looked up in the board itself, every colour and word would bring a new copy of all of them.
    readonly property var theme: Object.assign({}, board.theme)
    readonly property var words: Object.assign({}, board.words)
    readonly property bool upright: board.layout === "portrait"
    readonly property real unit: upright ? Math.min(width / 1080, height / 1700) : Math.min(height / 1080, width / 1600)

    implicitWidth: 1280
    implicitHeight: 720
    color: theme.background
    LayoutMirroring.enabled: board.mirrored
    LayoutMirroring.childrenInherit: true

    Item {
        id: picture
        width: root.width
        height: root.height
        x: root.board.shiftX
        y: root.board.shiftY

        Item {
            id: panel
            anchors { left: parent.left; top: parent.top }
            width: Math.round(parent.width * ({ beside: 2 / 3, board: 0.5 }[root.board.layout] ?? 1))
            height: root.upright ? Math.round(parent.height * 0.42) : strip.y
            clip: true

            Calm {
                anchors.fill: parent
                theme: root.theme
                unit: root.unit
                hospital: root.board.hospital
                words: root.words
                connected: root.board.connected && root.board.trouble === ""
                quiet: root.board.film || root.board.cardShown
            }
            Loader {
                objectName: "film"
                active: root.board.hasFilm
                anchors.fill: parent
                visible: root.board.film
                source: "Film.qml"
            }
            Card {
                theme: root.theme
                unit: root.unit
                board: root.board
                screenHeight: root.height
                upright: root.upright
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom
                          margins: (root.upright ? 24 : 40) * root.unit }
            }
        }
        CallColumn {
            anchors { right: parent.right; bottom: strip.top }
            width: root.upright ? parent.width : parent.width - panel.width
            height: root.upright ? strip.y - panel.height : strip.y
            theme: root.theme
            words: root.words
            unit: root.unit
            board: root.board
        }
        Strip {
            id: strip
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            theme: root.theme
            words: root.words
            unit: root.unit
            board: root.board
        }
    }
    // In the dim hours everything is darker, the film too, and still to be read.
    Rectangle {
        anchors.fill: parent
        color: root.theme.dimming
        opacity: root.board.dimmed ? 0.5 : 0
        visible: opacity > 0
        Behavior on opacity { NumberAnimation { duration: 900 } }
    }
}
