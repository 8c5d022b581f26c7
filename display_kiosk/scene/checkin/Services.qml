// The services whose numbers are given here; one that is closed now says when it is open.
import QtQuick

Item {
    id: page

    required property var screen

    Question {
        id: question
        anchors { left: parent.left; right: parent.right; top: parent.top }
        screen: page.screen
        text: page.screen.words.which
    }
    GridView {
        id: list
        anchors { left: parent.left; right: parent.right; top: question.bottom; bottom: parent.bottom; topMargin: 40 * page.screen.unit }
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        cellWidth: page.screen.wide ? width / 2 : width
        cellHeight: 236 * page.screen.unit
        layoutDirection: page.screen.visit.mirrored ? Qt.RightToLeft : Qt.LeftToRight
        LayoutMirroring.enabled: false
        onMovementStarted: page.screen.visit.touch()
        model: page.screen.visit.services
        delegate: Item {
            id: cell
            required property var modelData
            width: list.cellWidth
            height: list.cellHeight
            BigButton {
                objectName: "service-" + cell.modelData.service_id
                anchors { fill: parent; margins: 12 * page.screen.unit }
                screen: page.screen
                centred: false
                letters: 44 * page.screen.unit
                enabled: cell.modelData.open
                text: cell.modelData.name
                note: !cell.modelData.open
                    ? page.screen.words.closed.arg("\u2066" + cell.modelData.hours + "\u2069")
                    : page.screen.words.waiting.arg(cell.modelData.waiting)
                      + (cell.modelData.minutes === null || cell.modelData.minutes === undefined
                         ? "" : " · " + page.screen.words.about.arg(cell.modelData.minutes))
                onPressed: page.screen.visit.take_number(cell.modelData.service_id)
            }
        }
    }
}
