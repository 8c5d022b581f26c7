// The line below: who still waits, a plain sign while the connection is lost, and the clock.
import QtQuick

Rectangle {
    id: strip

    required property var theme
    required property var board
    required property real unit

    color: theme.strip

    Rectangle {
        id: lost
        visible: !strip.board.connected || strip.board.trouble !== ""
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: visible ? Math.min(words.width + 100 * strip.unit, strip.width - clock.width - 96 * strip.unit) : 0
        color: strip.theme.warning_soft

        TextMetrics { id: words; font: sign.font; text: sign.text }

        Text {
            id: sign
            anchors { left: parent.left; right: parent.right; leftMargin: 48 * strip.unit; rightMargin: 48 * strip.unit
                      verticalCenter: parent.verticalCenter }
            text: "⚠  " + (strip.board.trouble !== "" ? strip.board.trouble
                           : strip.board.asOf === "" ? strip.board.words.away
                           : strip.board.words.away_since.arg(strip.board.asOf))
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignLeft
            textFormat: Text.PlainText
            color: strip.theme.warning
            font { pixelSize: Math.round(36 * strip.unit); weight: Font.DemiBold }
        }
    }
    Item {
        id: area
        anchors { left: lost.right; right: clock.left; top: parent.top; bottom: parent.bottom
                  leftMargin: 48 * strip.unit; rightMargin: 32 * strip.unit }
        clip: true
        opacity: strip.board.connected ? 1 : 0.45

        Text {
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            visible: strip.board.waiting.length === 0
            text: strip.board.words.keep_ready
            textFormat: Text.PlainText
            color: strip.theme.room
            font.pixelSize: Math.round(34 * strip.unit)
        }
        // Services stand side by side; those that do not fit follow a moment later, a whole page at a time.
        Flow {
            id: lines
            property int page: 0
            readonly property int pages: Math.max(1, Math.round(implicitHeight / area.height))
            anchors { left: parent.left; right: parent.right }
            y: -(page % pages) * area.height

            Repeater {
                model: strip.board.waiting
                Item {
                    id: line
                    required property var modelData
                    width: Math.min(area.width, service.implicitWidth + count.implicitWidth + upcoming.implicitWidth
                                    + (upcoming.text === "" ? 64 : 88) * strip.unit)
                    height: area.height
                    Text {
                        id: service
                        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                        width: Math.min(implicitWidth, area.width * 0.6)
                        text: line.modelData.service
                        textFormat: Text.PlainText
                        color: strip.theme.room
                        font.pixelSize: Math.round(34 * strip.unit)
                        elide: Text.ElideRight
                    }
                    Text {
                        id: count
                        anchors { left: service.right; leftMargin: 14 * strip.unit; verticalCenter: parent.verticalCenter }
                        text: strip.board.words.waiting.arg(line.modelData.count) + (line.modelData.minutes < 0 ? ""
                            : " · " + strip.board.words.about.arg(line.modelData.minutes))
                        textFormat: Text.PlainText
                        color: strip.theme.text
                        font { pixelSize: Math.round(34 * strip.unit); weight: Font.DemiBold }
                    }
                    Text {
                        id: upcoming
                        anchors { left: count.right; leftMargin: 24 * strip.unit; verticalCenter: parent.verticalCenter }
                        text: line.modelData.next === "" ? "" : strip.board.words.next.arg(line.modelData.next)
                        textFormat: Text.PlainText
                        color: strip.theme.muted
                        font.pixelSize: Math.round(34 * strip.unit)
                    }
                }
            }
        }
        Timer { interval: 7000; repeat: true; running: lines.pages > 1; onTriggered: lines.page += 1 }
    }
    Text {
        id: clock
        anchors { right: parent.right; rightMargin: 48 * strip.unit; verticalCenter: parent.verticalCenter }
        text: strip.board.clock
        textFormat: Text.PlainText
        color: strip.theme.text
        font { pixelSize: Math.round(48 * strip.unit); weight: Font.Bold }
    }
}
