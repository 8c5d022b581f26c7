// The called ticket over the video: at least a sixth of the screen high, its room beside it or, if too long, below.
import QtQuick

Rectangle {
    id: card

    required property var theme
    required property var board
    required property real unit
    required property real screenHeight

    readonly property real margin: 48 * unit
    readonly property real roomWidth: width - margin * 3 - ticket.implicitWidth
    readonly property bool narrow: roomMetrics.width > roomWidth
    readonly property real ticketHeight: screenHeight * 0.236   // Noto Sans capitals are 0.714 of this: a sixth

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
            width: Math.min(implicitWidth, card.width - card.margin * 2)
            height: card.ticketHeight * 1.1
            text: card.board.cardTicket
            textFormat: Text.PlainText
            color: card.theme.card_text
            font { pixelSize: Math.round(card.ticketHeight); weight: Font.Bold }
            verticalAlignment: Text.AlignVCenter
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Math.round(card.ticketHeight * 0.4)
        }
        Column {
            id: where
            width: card.width - card.margin * 2 - (card.narrow ? 0 : ticket.width + card.margin)

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
                font { pixelSize: Math.round(84 * card.unit); weight: Font.Bold }
                fontSizeMode: Text.Fit
                minimumPixelSize: Math.round(44 * card.unit)
                height: (card.narrow && roomMetrics.width > card.width * 0.95 ? 140 : 110) * card.unit
                wrapMode: Text.Wrap
                maximumLineCount: 2
                elide: Text.ElideRight
                verticalAlignment: Text.AlignTop
                horizontalAlignment: Text.AlignLeft
            }
        }
    }
}
