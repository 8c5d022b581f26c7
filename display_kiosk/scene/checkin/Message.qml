// One sentence: a moment please, what could not be done, or that the desk helps while the server is away.
import QtQuick

Item {
    id: page

    required property var screen
    readonly property string kind: screen.visit.page

    Column {
        anchors { horizontalCenter: parent.horizontalCenter; verticalCenter: parent.verticalCenter }
        width: Math.min(parent.width, 1300 * page.screen.unit)
        spacing: 56 * page.screen.unit

        Repeater {
            // Nobody has chosen a language while the server is away: all of them say it.
            model: page.kind === "away" ? page.screen.visit.apologies
                 : [page.kind === "working" ? page.screen.words.working : page.screen.visit.sentence]
            Question {
                required property string modelData
                objectName: "sentence"
                width: parent.width
                screen: page.screen
                centred: true
                letters: (page.kind === "away" ? 42 : 60) * page.screen.unit
                text: modelData
            }
        }
        BigButton {
            objectName: "again"
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, 640 * page.screen.unit)
            screen: page.screen
            primary: true
            visible: page.kind === "sorry" && page.screen.visit.again
            text: page.screen.words.again
            onPressed: page.screen.visit.ask_code()
        }
    }
}
