// The last called tickets with their rooms, the newest on top; grey while the connection is lost.
import QtQuick

Rectangle {
    id: column

    required property var theme
    required property var words
    required property var board
    required property real unit

    color: theme.list

    Text {
        id: title
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: 44 * column.unit; topMargin: 36 * column.unit }
        text: column.board.connected || column.board.asOf === "" ? column.words.called
              : column.words.called + " · " + column.words.as_of.arg(column.board.asOf)
        textFormat: Text.PlainText
        color: column.board.connected ? column.theme.muted : column.theme.warning
        font { pixelSize: Math.round(32 * column.unit); weight: Font.DemiBold }
        horizontalAlignment: Text.AlignLeft
    }
    Text {
        anchors { left: title.left; right: title.right; top: title.bottom; topMargin: 60 * column.unit }
        visible: list.count === 0
        text: column.words.nobody_yet
        textFormat: Text.PlainText
        color: column.theme.muted
        font.pixelSize: Math.round(36 * column.unit)
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignLeft
    }
    ListView {
        id: list
        anchors { left: title.left; right: title.right; top: title.bottom; bottom: parent.bottom; topMargin: 20 * column.unit }
        interactive: false
        clip: true
        cacheBuffer: 0
        model: column.board.calls
        opacity: column.board.connected ? 1 : 0.45
        Behavior on opacity { NumberAnimation { duration: 300 } }

        delegate: Item {
            id: row
            required property int index
            required property string ticket
            required property string room

            readonly property real most: width * 0.54
            readonly property real scaling: Math.min(1, most / Math.max(1, metrics.advanceWidth))

            width: list.width
            height: Math.floor(list.height / 7)

            Rectangle {
                anchors { left: parent.left; right: parent.right; top: parent.top }
                height: Math.max(1, Math.round(2 * column.unit))
                color: column.theme.line
            }
            TextMetrics {
                id: metrics
                text: row.ticket
                font { pixelSize: Math.round(76 * column.unit); weight: Font.Bold; family: number.font.family }
            }
            Text {
                id: number
                anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                width: metrics.advanceWidth * row.scaling + 8 * column.unit
                text: row.ticket
                textFormat: Text.PlainText
                color: row.index === 0 ? column.theme.accent : column.theme.text
                font { pixelSize: Math.max(1, Math.floor(76 * column.unit * row.scaling)); weight: Font.Bold }
                maximumLineCount: 1
                horizontalAlignment: Text.AlignLeft
            }
            TextMetrics {
                id: roomMetrics
                text: row.room
                font { pixelSize: Math.round(46 * column.unit); family: number.font.family }
            }
            Text {
                anchors { left: number.right; leftMargin: 24 * column.unit; right: parent.right; verticalCenter: parent.verticalCenter }
                height: parent.height - 16 * column.unit
                text: row.room
                textFormat: Text.PlainText
                color: row.index === 0 ? column.theme.text : column.theme.room
                font.pixelSize: Math.round((roomMetrics.advanceWidth > width ? 34 : 46) * column.unit)
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                horizontalAlignment: Text.AlignRight
                verticalAlignment: Text.AlignVCenter
            }
        }
    }
}
