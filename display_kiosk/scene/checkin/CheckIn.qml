// The touch screen at the entrance: one question at a time, a way back, and the seconds until it starts over.
import QtQuick

Rectangle {
    id: screen

    required property var visit
    // Copied once: looked up in the visit itself, every colour and word would bring a new copy of all of them.
    readonly property var theme: Object.assign({}, visit.theme)
    readonly property var words: Object.assign({}, visit.words)
    readonly property bool wide: width > height
    readonly property real unit: Math.min(width, height) / 1080
    readonly property string page: visit.page
    readonly property var pages: ({
        languages: "Languages.qml", choices: "Choices.qml", code: "Digits.qml", born: "Digits.qml",
        services: "Services.qml", ticket: "Ticket.qml", working: "Message.qml", sorry: "Message.qml",
        away: "Message.qml"
    })

    implicitWidth: 1280
    implicitHeight: 720
    color: theme.background
    focus: true
    LayoutMirroring.enabled: visit.mirrored
    LayoutMirroring.childrenInherit: true

    onPageChanged: turn()
    Component.onCompleted: turn()

    function turn() {
        screen.forceActiveFocus()
        stage.setSource(pages[page], { "screen": screen })
    }

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            visit.go_on()
        else if (event.key === Qt.Key_Backspace || event.key === Qt.Key_Delete)
            visit.erase()
        else if (event.key === Qt.Key_Escape)
            visit.go_back()
        else if (event.text.length === 1 && event.text > " ")
            visit.press(event.text)
        else
            return
        event.accepted = true
    }
    TapHandler { onTapped: screen.visit.touch() }

    Text {
        id: hospital
        anchors { left: parent.left; top: parent.top; margins: 48 * screen.unit; right: clock.left }
        text: screen.visit.hospital
        textFormat: Text.PlainText
        color: screen.theme.muted
        font { pixelSize: Math.round(36 * screen.unit); weight: Font.DemiBold }
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignLeft
    }
    Text {
        id: clock
        anchors { right: parent.right; top: parent.top; margins: 48 * screen.unit }
        text: screen.visit.clock
        textFormat: Text.PlainText
        color: screen.theme.text
        font { pixelSize: Math.round(40 * screen.unit); weight: Font.DemiBold }
    }
    Loader {
        id: stage
        anchors { left: parent.left; right: parent.right; top: hospital.bottom; bottom: foot.top
                  leftMargin: 48 * screen.unit; rightMargin: 48 * screen.unit; topMargin: 24 * screen.unit
                  bottomMargin: 24 * screen.unit }
    }
    Item {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: 48 * screen.unit }
        height: 112 * screen.unit
        visible: screen.visit.counting

        BigButton {
            id: back
            objectName: "back"
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            width: 330 * screen.unit
            screen: screen
            visible: screen.page !== "ticket" && screen.page !== "sorry"
            text: screen.words.back
            onPressed: screen.visit.go_back()
        }
        BigButton {
            objectName: "over"
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            width: 380 * screen.unit
            screen: screen
            text: screen.page === "ticket" ? screen.words.finished : screen.words.start_over
            onPressed: screen.visit.start_over()
        }
        Column {
            anchors { centerIn: parent; horizontalCenterOffset: -(back.visible ? 25 : 190) * screen.unit }
            width: Math.min(320 * screen.unit, parent.width - 760 * screen.unit)
            visible: width > 100 * screen.unit
            spacing: 12 * screen.unit
            Text {
                width: parent.width
                text: screen.words.seconds.arg(screen.visit.left)
                textFormat: Text.PlainText
                color: screen.theme.muted
                font.pixelSize: Math.round(30 * screen.unit)
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
            Rectangle {
                width: parent.width
                height: 10 * screen.unit
                radius: height / 2
                color: screen.theme.line
                Rectangle {
                    anchors { left: parent.left; top: parent.top; bottom: parent.bottom }
                    width: parent.width * screen.visit.left / screen.visit.patience
                    radius: height / 2
                    color: screen.visit.left <= 10 ? screen.theme.warning : screen.theme.accent
                }
            }
        }
    }
}
