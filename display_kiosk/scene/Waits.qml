// Who still waits, service by service side by side; those that do not fit follow a moment later, a page at a time.
import QtQuick

Item {
    id: waits

    required property var theme
    required property var words
    required property var board
    required property real unit
    readonly property int pages: turning.pages

    function turn() { turning.turn() }

    Text {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
        visible: !lines.visible
        text: waits.words.keep_ready
        textFormat: Text.PlainText
        color: waits.theme.room
        font.pixelSize: Math.round(34 * waits.unit)
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignLeft
    }
    Turning {
        id: turning
        anchors.fill: parent
        pageHeight: height
        pages: Math.max(1, Math.round(lines.implicitHeight / Math.max(1, height)))

        Flow {
            id: lines
            anchors { left: parent.left; right: parent.right }
            visible: waits.board.showsWaiting && waits.board.waiting.length > 0

            Repeater {
                model: waits.board.waiting
                Item {
                    id: line
                    required property var modelData
                    readonly property real brief: service.width + count.implicitWidth + 64 * waits.unit
                    readonly property real whole: brief + upcoming.implicitWidth + 24 * waits.unit
                    readonly property bool fits: upcoming.text !== "" && whole <= lines.width
                    width: Math.min(lines.width, fits ? whole : brief)
                    height: turning.height
                    Text {
                        id: service
                        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                        width: Math.min(implicitWidth, lines.width * 0.6)
                        text: line.modelData.service
                        textFormat: Text.PlainText
                        color: waits.theme.room
                        font.pixelSize: Math.round(34 * waits.unit)
                        elide: Text.ElideRight
                    }
                    Text {
                        id: count
                        anchors { left: service.right; leftMargin: 14 * waits.unit; baseline: service.baseline }
                        text: waits.words.waiting.arg(line.modelData.count) + (line.modelData.minutes < 0 ? ""
                            : " · " + waits.words.about.arg(line.modelData.minutes))
                        textFormat: Text.PlainText
                        color: waits.theme.text
                        font { pixelSize: Math.round(34 * waits.unit); weight: Font.DemiBold }
                    }
                    Text {
                        id: upcoming
                        visible: line.fits
                        anchors { left: count.right; leftMargin: 24 * waits.unit; baseline: service.baseline }
                        text: line.modelData.next === "" ? "" : waits.words.next.arg(line.modelData.next)
                        textFormat: Text.PlainText
                        color: waits.theme.muted
                        font.pixelSize: Math.round(34 * waits.unit)
                    }
                }
            }
        }
    }
}
