// A target for a thumb: at least 96 pixels high at 1080 lines; works by touch, mouse, Space and Enter.
import QtQuick

Rectangle {
    id: button

    required property var screen
    property string text
    property string note
    property bool primary: false
    property bool large: false
    property bool centred: true
    property real letters: (large ? 52 : 40) * screen.unit

    signal pressed()

    implicitHeight: Math.max((large ? 168 : 112) * screen.unit, label.height + 40 * screen.unit)
    radius: 18 * screen.unit
    color: !enabled ? screen.theme.placeholder
         : primary ? (tap.pressed ? screen.theme.accent_strong : screen.theme.accent)
         : tap.pressed ? screen.theme.accent_soft : screen.theme.surface
    border { width: Math.max(1, (activeFocus ? 6 : 2) * screen.unit)
             color: activeFocus ? screen.theme.info : primary && enabled ? color : screen.theme.edge }
    activeFocusOnTab: enabled && visible
    Accessible.role: Accessible.Button
    Accessible.name: text + (note === "" ? "" : ", " + note)
    Accessible.onPressAction: button.pressed()

    // Enter at the end of a scan is the scanner's, not this button's.
    Keys.onPressed: event => {
        const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter
        if (event.key === Qt.Key_Space || (enter && !screen.visit.scanning)) {
            event.accepted = true
            button.pressed()
        }
    }
    TapHandler {
        id: tap
        enabled: button.enabled
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: button.pressed()
    }
    Column {
        id: label
        anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter
                  leftMargin: 28 * button.screen.unit; rightMargin: 28 * button.screen.unit }
        spacing: 4 * button.screen.unit
        Text {
            width: parent.width
            text: button.text
            textFormat: Text.PlainText
            color: !button.enabled ? button.screen.theme.muted
                 : button.primary ? button.screen.theme.on_accent : button.screen.theme.text
            font { pixelSize: Math.max(1, Math.round(button.letters)); weight: Font.DemiBold }
            horizontalAlignment: button.centred ? Text.AlignHCenter : Text.AlignLeft
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Text {
            width: parent.width
            visible: text !== ""
            text: button.note
            textFormat: Text.PlainText
            color: !button.enabled || !button.primary ? button.screen.theme.muted : button.screen.theme.on_accent
            font.pixelSize: Math.max(1, Math.round(30 * button.screen.unit))
            horizontalAlignment: button.centred ? Text.AlignHCenter : Text.AlignLeft
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
}
