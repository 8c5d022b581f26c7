// The slip's code, or the date of birth: what was typed so far, and ten digits to type with.
import QtQuick

Item {
    id: page

    required property var screen
    readonly property var visit: screen.visit
    readonly property bool born: visit.page === "born"
    readonly property real unit: screen.unit
    readonly property var groups: born ? [2, 2, 4] : [4, 4]
    readonly property var labels: born ? [screen.words.day, screen.words.month, screen.words.year] : []

    Column {
        id: asked
        anchors { left: parent.left; top: parent.top }
        width: page.screen.wide ? parent.width - pad.width - 64 * page.unit : parent.width
        spacing: 40 * page.unit

        Question {
            width: parent.width
            screen: page.screen
            text: page.born ? page.screen.words.born : page.screen.words.code
            note: page.born ? page.screen.words.born_note : page.screen.words.code_note
        }
        Row {
            id: boxes
            // Digits are read from left to right in every script.
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true
            x: page.visit.mirrored ? parent.width - width : 0
            spacing: 40 * page.unit
            Accessible.role: Accessible.EditableText
            Accessible.name: page.visit.typed

            Repeater {
                model: page.groups.length
                Column {
                    id: group
                    required property int index
                    readonly property int before: page.groups.slice(0, index).reduce((sum, many) => sum + many, 0)
                    spacing: 8 * page.unit
                    Text {
                        anchors.horizontalCenter: parent.horizontalCenter
                        visible: text !== ""
                        text: page.labels[group.index] ?? ""
                        textFormat: Text.PlainText
                        color: page.screen.theme.muted
                        font.pixelSize: Math.round(32 * page.unit)
                    }
                    Row {
                        spacing: 10 * page.unit
                        Repeater {
                            model: page.groups[group.index]
                            Rectangle {
                                required property int index
                                readonly property int place: group.before + index
                                width: 84 * page.unit
                                height: 112 * page.unit
                                radius: 12 * page.unit
                                color: page.screen.theme.surface
                                border { width: Math.max(1, (place === page.visit.typed.length ? 5 : 2) * page.unit)
                                         color: place === page.visit.typed.length ? page.screen.theme.accent : page.screen.theme.edge }
                                Text {
                                    anchors.centerIn: parent
                                    text: page.visit.typed.charAt(parent.place)
                                    textFormat: Text.PlainText
                                    color: page.screen.theme.text
                                    font { pixelSize: Math.round(68 * page.unit); weight: Font.DemiBold }
                                }
                            }
                        }
                    }
                }
            }
        }
        Text {
            width: parent.width
            text: page.visit.hint
            textFormat: Text.PlainText
            visible: text !== ""
            color: page.screen.theme.stop
            font { pixelSize: Math.round(36 * page.unit); weight: Font.DemiBold }
            wrapMode: Text.Wrap
            horizontalAlignment: Text.AlignLeft
            Accessible.role: Accessible.AlertMessage
            Accessible.name: text
        }
    }
    Grid {
        id: pad
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true
        columns: 3
        spacing: 18 * page.unit
        x: !page.screen.wide ? (page.width - width) / 2 : page.visit.mirrored ? 0 : page.width - width
        anchors { bottom: parent.bottom; bottomMargin: page.screen.wide ? (parent.height - height) / 2 : 20 * page.unit }

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "erase", "0", "go-on"]
            BigButton {
                required property string modelData
                readonly property bool digit: modelData.length === 1
                readonly property bool further: modelData === "go-on"
                objectName: digit ? "digit-" + modelData : modelData
                screen: page.screen
                width: 210 * page.unit
                height: (page.screen.wide ? 150 : 168) * page.unit
                letters: 64 * page.unit
                text: digit ? modelData : !further ? "⌫" : page.visit.mirrored ? "←" : "→"
                primary: further
                enabled: !further || page.visit.mayGoOn
                Accessible.name: digit ? modelData : further ? page.screen.words.go_on : page.screen.words.erase
                onPressed: digit ? page.visit.press(modelData) : further ? page.visit.go_on() : page.visit.erase()
            }
        }
    }
}
