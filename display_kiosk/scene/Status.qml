// What IT wants to know of this screen: one line a fact, over the board until F1 is pressed again.
import QtQuick

Rectangle {
    id: root

    required property var page
    readonly property var theme: Object.assign({}, page.theme)   // copied once, as the board's
    readonly property real unit: Math.min(height / 1080, width / 1200)

    anchors.fill: parent
    z: 100
    color: theme.background
    LayoutMirroring.enabled: page.mirrored
    LayoutMirroring.childrenInherit: true

    Text {
        id: title
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: 72 * root.unit; topMargin: 48 * root.unit }
        text: root.page.title
        textFormat: Text.PlainText
        color: root.theme.text
        font { pixelSize: Math.round(52 * root.unit); weight: Font.DemiBold }
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignLeft
    }
    Column {
        id: facts
        readonly property real free: foot.y - y - 16 * root.unit
        anchors { left: title.left; right: title.right; top: title.bottom; topMargin: 20 * root.unit }
        scale: Math.min(1, free / Math.max(1, implicitHeight))   // some scripts' lines are higher, a value may take two
        transformOrigin: root.page.mirrored ? Item.TopRight : Item.TopLeft

        Repeater {
            model: root.page.lines
            Item {
                id: line
                required property var modelData
                width: parent.width
                height: Math.max(62 * root.unit, value.implicitHeight + 8 * root.unit)

                Rectangle {
                    anchors { left: parent.left; right: parent.right; top: parent.top }
                    height: Math.max(1, Math.round(root.unit))
                    color: root.theme.line
                }
                Text {
                    id: label
                    anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                    width: parent.width * 0.32
                    text: line.modelData.label
                    textFormat: Text.PlainText
                    color: root.theme.muted
                    font.pixelSize: Math.round(30 * root.unit)
                    elide: Text.ElideRight
                    horizontalAlignment: Text.AlignLeft
                }
                Text {
                    id: value
                    anchors { left: label.right; right: parent.right; verticalCenter: parent.verticalCenter }
                    text: (line.modelData.wrong ? "⚠  " : "") + line.modelData.value
                    textFormat: Text.PlainText
                    color: line.modelData.wrong ? root.theme.warning : root.theme.text
                    font { pixelSize: Math.round(30 * root.unit); weight: line.modelData.wrong ? Font.DemiBold : Font.Normal }
                    wrapMode: Text.Wrap
                    maximumLineCount: 2
                    elide: Text.ElideRight
                    horizontalAlignment: Text.AlignLeft
                }
            }
        }
    }
    Text {
        id: foot
        anchors { left: title.left; right: title.right; bottom: parent.bottom; bottomMargin: 40 * root.unit }
        text: root.page.foot
        textFormat: Text.PlainText
        color: root.theme.muted
        font.pixelSize: Math.round(28 * root.unit)
        horizontalAlignment: Text.AlignLeft
    }
}
