// The foot: messages that take turns, who still waits, a plain sign while the connection is lost, and the clock.
import QtQuick

Rectangle {
    id: strip

    required property var theme
    required property var words
    required property var board
    required property real unit

    // Two lines where messages and waiting lines share the foot; by the settings, so that it does not jump by the hour.
    readonly property bool twoLines: board.messages.length > 0 && board.showsWaiting
    readonly property real line: (twoLines ? 72 : 96) * unit

    height: twoLines ? 2 * line : line
    color: theme.strip

    Rectangle {
        id: lost
        visible: !strip.board.connected || strip.board.trouble !== ""
        anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
        width: visible ? Math.min(measured.width + 100 * strip.unit, strip.width - clock.width - 96 * strip.unit) : 0
        color: strip.theme.warning_soft

        TextMetrics { id: measured; font: sign.font; text: sign.text }

        Text {
            id: sign
            anchors { left: parent.left; right: parent.right; leftMargin: 48 * strip.unit; rightMargin: 48 * strip.unit
                      verticalCenter: parent.verticalCenter }
            text: "⚠  " + (strip.board.trouble !== "" ? strip.board.trouble
                           : strip.board.asOf === "" ? strip.words.away
                           : strip.words.away_since.arg(strip.board.asOf))
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
        visible: width > 600 * strip.unit   // upright, the sign of a lost connection needs the place

        Ticker {
            id: ticker
            anchors { left: parent.left; right: parent.right; top: parent.top }
            height: strip.line
            visible: strip.board.messages.length > 0
            theme: strip.theme
            unit: strip.unit
            messages: strip.board.messages
        }
        Waits {
            id: waits
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: strip.line
            visible: strip.board.showsWaiting || !ticker.visible
            opacity: strip.board.connected ? 1 : 0.45
            theme: strip.theme
            words: strip.words
            unit: strip.unit
            board: strip.board
        }
        // One rhythm for both: nothing moves between two turns.
        Timer {
            interval: 7000
            repeat: true
            running: ticker.visible && ticker.pages > 1 || waits.visible && waits.pages > 1
            onTriggered: {
                ticker.turn()
                waits.turn()
            }
        }
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
