// A new screen: the code that an administrator compares, large enough to be read from the door, and what to do.
import QtQuick

Rectangle {
    id: root

    required property var card
    readonly property var theme: Object.assign({}, card.theme)   // copied once, as the board's
    readonly property real unit: Math.min(height / 1080, width / 1100)

    implicitWidth: 1280
    implicitHeight: 720
    color: theme.background
    LayoutMirroring.enabled: card.mirrored
    LayoutMirroring.childrenInherit: true

    Column {
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                  leftMargin: 90 * root.unit; rightMargin: 90 * root.unit }
        spacing: 44 * root.unit

        Text {
            width: parent.width
            text: root.card.title
            textFormat: Text.PlainText
            color: root.theme.text
            font { pixelSize: Math.round(60 * root.unit); weight: Font.DemiBold }
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignLeft
        }
        Rectangle {
            width: parent.width
            height: 260 * root.unit
            radius: 20 * root.unit
            color: root.theme.card

            // Never mirrored: a code is read from left to right in every language.
            Text {
                anchors.centerIn: parent
                text: root.card.code === "" ? "···· ····" : root.card.code
                textFormat: Text.PlainText
                color: root.card.code === "" ? root.theme.card_muted : root.theme.card_text
                font { pixelSize: Math.round(Math.min(170 * root.unit, parent.width / 6.4)); weight: Font.Bold
                       letterSpacing: 6 * root.unit }
            }
        }
        Column {
            width: parent.width
            spacing: 20 * root.unit

            Repeater {
                model: root.card.steps
                Item {
                    id: step
                    required property int index
                    required property string modelData
                    width: parent.width
                    height: Math.max(number.height, words.height)

                    Rectangle {
                        id: number
                        anchors { left: parent.left; top: parent.top }
                        width: 56 * root.unit
                        height: width
                        radius: width / 2
                        color: "transparent"
                        border { color: root.theme.accent; width: Math.max(1, 3 * root.unit) }
                        Text {
                            anchors.centerIn: parent
                            text: step.index + 1
                            textFormat: Text.PlainText
                            color: root.theme.accent
                            font { pixelSize: Math.round(30 * root.unit); weight: Font.DemiBold }
                        }
                    }
                    Text {
                        id: words
                        anchors { left: number.right; right: parent.right; leftMargin: 28 * root.unit
                                  verticalCenter: parent.verticalCenter }
                        text: step.modelData
                        textFormat: Text.PlainText
                        color: root.theme.room
                        font.pixelSize: Math.round(38 * root.unit)
                        wrapMode: Text.Wrap
                        horizontalAlignment: Text.AlignLeft
                    }
                }
            }
        }
        Text {
            width: parent.width
            text: root.card.note !== "" ? "⚠  " + root.card.note : root.card.code === "" ? " " : root.card.valid
            textFormat: Text.PlainText
            color: root.card.note !== "" ? root.theme.warning : root.theme.muted
            font { pixelSize: Math.round(34 * root.unit); weight: root.card.note !== "" ? Font.DemiBold : Font.Normal }
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignLeft
        }
    }
}
