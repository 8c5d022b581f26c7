// The messages, a line at a time: a long one turns through its lines, then the next one follows.
import QtQuick

Item {
    id: ticker

    required property var theme
    required property real unit
    required property var messages
    readonly property int pages: turning.pages

    function turn() { turning.turn() }

    Turning {
        id: turning
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        height: pageHeight
        pageHeight: Math.ceil(58 * ticker.unit)
        pages: Math.max(1, Math.round(lines.implicitHeight / pageHeight))

        Column {
            id: lines
            anchors { left: parent.left; right: parent.right }
            Repeater {
                model: ticker.messages
                Text {
                    required property string modelData
                    width: lines.width
                    height: lineCount * turning.pageHeight
                    text: modelData
                    textFormat: Text.PlainText
                    color: ticker.theme.text
                    font.pixelSize: Math.round(34 * ticker.unit)
                    lineHeightMode: Text.FixedHeight
                    lineHeight: turning.pageHeight
                    wrapMode: Text.Wrap
                    horizontalAlignment: Text.AlignLeft
                    verticalAlignment: Text.AlignVCenter
                }
            }
        }
    }
}
