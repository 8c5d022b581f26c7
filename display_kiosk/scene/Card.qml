// The called ticket over the video: at least a sixth of the screen high, its room beside it or, if too long, below.
import QtQuick

Rectangle {
    id: card

    required property var theme
    required property var board
    required property real unit
    required property real screenHeight

    // Sizes follow from measured text, never from a laid-out item: items that size each other may never come to rest.
    readonly property real margin: 48 * unit
    readonly property real inner: width - 2 * margin
    readonly property real ticketHeight: screenHeight * 0.236   // Noto Sans capitals are 0.714 of this: a sixth
    readonly property real ticketScale: Math.min(1, inner / Math.max(1, ticketMetrics.advanceWidth))
    readonly property real besideWidth: inner - margin - ticketMetrics.advanceWidth * ticketScale - 8 * unit
    readonly property bool narrow: roomMetrics.advanceWidth > besideWidth
    readonly property bool longRoom: narrow && roomMetrics.advanceWidth > inner

    height: content.height + margin * 1.2
    radius: 20 * unit
    color: theme.card
    opacity: board.cardShown ? 1 : 0
    visible: opacity > 0
    Behavior on opacity { NumberAnimation { duration: 250 } }

    Connections {
        target: card.board
        property int seen: 0
        function onCard_changed() {
            if (card.board.cardShown && card.board.cardSerial !== seen)
                arrival.restart()
            seen = card.board.cardSerial
        }
    }
    transform: Translate { id: slide }
    ParallelAnimation {
        id: arrival
        NumberAnimation { target: slide; property: "y"; from: 48 * card.unit; to: 0; duration: 400; easing.type: Easing.OutCubic }
        ColorAnimation { target: card; property: "color"; from: card.theme.accent; to: card.theme.card; duration: 900 }
    }

    TextMetrics {
        id: ticketMetrics
        text: card.board.cardTicket
        font { pixelSize: Math.round(card.ticketHeight); weight: Font.Bold; family: ticket.font.family }
    }
    TextMetrics {
        id: roomMetrics
        text: card.board.cardRoom
        font { pixelSize: Math.round(72 * card.unit); weight: Font.Bold; family: ticket.font.family }
    }
    Grid {
        id: content
        columns: card.narrow ? 1 : 2
        columnSpacing: card.margin
        rowSpacing: 0
        verticalItemAlignment: Grid.AlignVCenter
        anchors { left: parent.left; leftMargin: card.margin; verticalCenter: parent.verticalCenter }

        Text {
            id: ticket
            width: card.narrow ? card.inner : ticketMetrics.advanceWidth * card.ticketScale + 8 * card.unit
            height: card.ticketHeight * card.ticketScale * 1.1
            text: card.board.cardTicket
            textFormat: Text.PlainText
            color: card.theme.card_text
            font { pixelSize: Math.max(1, Math.floor(card.ticketHeight * card.ticketScale)); weight: Font.Bold }
            verticalAlignment: Text.AlignVCenter
            horizontalAlignment: Text.AlignLeft
            maximumLineCount: 1
        }
        Column {
            id: where
            width: card.narrow ? card.inner : card.besideWidth

            Flow {
                width: parent.width
                spacing: 20 * card.unit
                Repeater {
                    model: card.board.phrases
                    Text {
                        required property string modelData
                        text: modelData
                        textFormat: Text.PlainText
                        color: card.theme.card_muted
                        font.pixelSize: Math.round(38 * card.unit)
                    }
                }
            }
            Text {
                width: parent.width
                text: card.board.cardRoom
                textFormat: Text.PlainText
                color: card.theme.card_accent
                font { pixelSize: Math.round((card.longRoom ? 52 : 72) * card.unit); weight: Font.Bold }
                height: (card.longRoom ? 150 : 110) * card.unit
                wrapMode: Text.Wrap
                maximumLineCount: card.longRoom ? 2 : 1
                elide: Text.ElideRight
                verticalAlignment: Text.AlignTop
                horizontalAlignment: Text.AlignLeft
            }
        }
    }
}
