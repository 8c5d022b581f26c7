// What stands in the video's place while there is no video: a quiet panel with the hospital's name.
import QtQuick

Rectangle {
    id: calm

    required property var theme
    required property real unit
    required property string hospital
    required property var words
    required property bool quiet
    required property bool connected

    gradient: Gradient {
        orientation: Gradient.Vertical
        GradientStop { position: 0; color: calm.theme.panel_top }
        GradientStop { position: 0.55; color: calm.theme.panel_middle }
        GradientStop { position: 1; color: calm.theme.panel_bottom }
    }

    Column {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: 96 * calm.unit }
        spacing: 24 * calm.unit
        opacity: calm.quiet ? 0 : 1
        Behavior on opacity { NumberAnimation { duration: 400 } }

        Text {
            width: parent.width
            text: calm.hospital
            textFormat: Text.PlainText
            color: calm.theme.text
            font { pixelSize: Math.round(72 * calm.unit); weight: Font.DemiBold }
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
        }
        Text {
            width: parent.width
            text: calm.connected ? calm.words.your_turn
                                 : calm.words.lost
            textFormat: Text.PlainText
            color: calm.theme.room
            font.pixelSize: Math.round(40 * calm.unit)
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignLeft
        }
    }
}
