// What a page asks: one line in large letters, and a quieter one below.
import QtQuick

Column {
    id: question

    required property var screen
    property string text
    property string note
    property bool centred: false
    property real letters: 60 * screen.unit

    spacing: 16 * screen.unit

    Text {
        width: parent.width
        text: question.text
        textFormat: Text.PlainText
        color: question.screen.theme.text
        font { pixelSize: Math.max(1, Math.round(question.letters)); weight: Font.Bold }
        wrapMode: Text.Wrap
        horizontalAlignment: question.centred ? Text.AlignHCenter : Text.AlignLeft
        Accessible.role: Accessible.Heading
        Accessible.name: text
    }
    Text {
        width: parent.width
        visible: text !== ""
        text: question.note
        textFormat: Text.PlainText
        color: question.screen.theme.muted
        font.pixelSize: Math.round(36 * question.screen.unit)
        wrapMode: Text.Wrap
        horizontalAlignment: question.centred ? Text.AlignHCenter : Text.AlignLeft
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
