// The number, large enough to be photographed, and where to go with it.
import QtQuick

Item {
    id: page

    required property var screen
    readonly property var ticket: screen.visit.ticket
    readonly property string paper: screen.visit.paper
    readonly property real unit: screen.unit

    Rectangle {
        anchors { horizontalCenter: parent.horizontalCenter; verticalCenter: parent.verticalCenter }
        width: Math.min(parent.width, 1300 * page.unit)
        height: told.height + 96 * page.unit
        scale: Math.min(1, page.height / height)
        radius: 24 * page.unit
        color: page.screen.theme.surface
        border { width: Math.max(1, 2 * page.unit); color: page.screen.theme.line }

        Column {
            id: told
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter; margins: 56 * page.unit }
            spacing: 20 * page.unit
            Line { text: page.paper === "given" ? page.screen.words.already : page.screen.words.your_number; color: page.screen.theme.muted }
            Line {
                objectName: "ticket"
                text: page.ticket.ticket ?? ""
                color: page.screen.theme.accent
                font { pixelSize: Math.round(220 * page.unit); weight: Font.Bold }
                fontSizeMode: Text.HorizontalFit
                wrapMode: Text.NoWrap
            }
            Line { text: page.ticket.service ?? ""; font { pixelSize: Math.round(52 * page.unit); weight: Font.DemiBold } }
            Line {
                text: (page.ticket.room ?? "") === "" ? page.screen.words.watch : page.screen.words.wait_at.arg(page.ticket.room)
                font.pixelSize: Math.round(44 * page.unit)
            }
            Line {
                text: page.screen.words.before.arg(page.ticket.before ?? 0)
                    + (page.ticket.minutes ? " · " + page.screen.words.about.arg(page.ticket.minutes) : "")
                color: page.screen.theme.muted
            }
            Line {
                objectName: "paper"
                text: page.paper === "failed" ? page.screen.words.no_paper
                    : page.paper === "printed" ? page.screen.words.take_paper : page.paper === "printing" ? page.screen.words.printing : ""
                visible: text !== ""
                color: page.paper === "failed" ? page.screen.theme.warning : page.screen.theme.done
                font { pixelSize: Math.round(40 * page.unit); weight: Font.DemiBold }
            }
        }
    }

    component Line: Text {
        width: parent.width
        textFormat: Text.PlainText
        color: page.screen.theme.text
        font.pixelSize: Math.round(38 * page.unit)
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
