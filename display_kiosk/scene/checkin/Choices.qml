// What somebody came for: an appointment, or a number where a service gives them here.
import QtQuick

Item {
    id: page

    required property var screen

    Question {
        id: question
        anchors { left: parent.left; right: parent.right; top: parent.top }
        screen: page.screen
        text: page.screen.words.what
    }
    Grid {
        anchors { left: parent.left; right: parent.right; top: question.bottom; bottom: parent.bottom; topMargin: 48 * page.screen.unit }
        columns: page.screen.wide && numbers.visible ? 2 : 1
        spacing: 40 * page.screen.unit
        BigButton {
            objectName: "appointment"
            screen: page.screen
            width: numbers.width
            height: numbers.height
            primary: true
            letters: 60 * page.screen.unit
            text: page.screen.words.appointment
            note: page.screen.words.appointment_note
            onPressed: page.screen.visit.ask_code()
        }
        BigButton {
            id: numbers
            objectName: "number"
            screen: page.screen
            visible: page.screen.visit.services.length > 0
            width: page.screen.wide && visible ? (page.width - 40 * page.screen.unit) / 2 : page.width
            height: Math.min(420 * page.screen.unit, page.height * 0.6)
            letters: 60 * page.screen.unit
            text: page.screen.words.number
            note: page.screen.words.number_note
            onPressed: page.screen.visit.ask_service()
        }
    }
}
