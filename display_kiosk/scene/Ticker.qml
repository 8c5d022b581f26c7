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
        pageHeight: Math.ceil(72 * ticker.unit)   // the tallest script's line, Noto Sans Arabic's, fits whole
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
                    wrapMode: Text.Wrap
                    horizontalAlignment: Text.AlignLeft
                    // Each line in the middle of a page of its own, whatever its script's height.
                    onLineLaidOut: line => line.y = line.number * turning.pageHeight + (turning.pageHeight - line.height) / 2
                }
            }
        }
    }
}
