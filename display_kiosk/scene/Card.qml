// The called ticket over the video: at least a sixth of the screen high, its room beside it or, if too long, below.
import QtQuick

Rectangle {
    id: card

    required property var theme
    required property var board
    required property real unit
    required property real screenHeight
    required property bool upright

    // Sizes follow from measured text, never from a laid-out item: items that size each other may never come to rest.
    readonly property real margin: (upright ? 28 : 48) * unit
    readonly property real inner: width - 2 * margin
    readonly property real ticketHeight: screenHeight * 0.236   // Noto Sans capitals are 0.714 of this: a sixth
    // Where a ticket is too wide, as on an upright screen, its letters become narrower first, and smaller only then.
    readonly property real squeeze: Math.max(0.66, Math.min(1, inner / Math.max(1, ticketMetrics.advanceWidth)))
    readonly property real ticketScale: Math.min(1, inner / Math.max(1, ticketMetrics.advanceWidth * squeeze))
    readonly property real ticketWidth: ticketMetrics.advanceWidth * ticketScale * squeeze
    readonly property real besideWidth: inner - margin - ticketWidth - 8 * unit
    readonly property bool narrow: roomMetrics.advanceWidth > besideWidth
    readonly property bool longRoom: narrow && roomMetrics.advanceWidth > inner
    readonly property bool twoLines: longRoom && roomMetrics.advanceWidth * 52 / 72 > inner

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

        Item {
            width: card.narrow ? card.inner : card.ticketWidth + 8 * card.unit
            height: card.ticketHeight * card.ticketScale * (card.upright ? 0.95 : 1.1)

            Text {
                id: ticket
                anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                text: card.board.cardTicket
                textFormat: Text.PlainText
                color: card.theme.card_text
                font { pixelSize: Math.max(1, Math.floor(card.ticketHeight * card.ticketScale)); weight: Font.Bold }
                maximumLineCount: 1
                renderType: Text.CurveRendering   // so large, Qt's usual glyphs would show their corners
                transform: Scale { xScale: card.squeeze; origin.x: card.board.mirrored ? ticket.width : 0 }
            }
        }
        Column {
            id: where
            width: card.narrow ? card.inner : card.besideWidth

            Flow {
                width: parent.width
                spacing: 20 * card.unit
                Repeater {
                    model: card.board.phrases
                    Item {
                        id: phrase
                        required property string modelData
                        width: words.implicitWidth
                        height: 58 * card.unit
                        Text {
                            id: words
                            y: 43 * card.unit - baselineOffset   // scripts of different heights stand on one line
                            text: phrase.modelData
                            textFormat: Text.PlainText
                            color: card.theme.card_muted
                            font.pixelSize: Math.round(38 * card.unit)
                        }
                    }
                }
            }
            Text {
                width: parent.width
                text: card.board.cardRoom
                textFormat: Text.PlainText
                color: card.theme.card_accent
                font { pixelSize: Math.round((card.longRoom ? 52 : 72) * card.unit); weight: Font.Bold }
                height: (card.twoLines ? 150 : card.longRoom ? 86 : 110) * card.unit
                wrapMode: Text.Wrap
                maximumLineCount: card.longRoom ? 2 : 1
                elide: Text.ElideRight
                verticalAlignment: Text.AlignTop
                horizontalAlignment: Text.AlignLeft
            }
        }
    }
}
