// The video beside the calls; the last picture of a clip stays until the next clip's first.
import QtQuick
import QtMultimedia

VideoOutput {
    id: output

    // Before Qt 6.9 a clip's end leaves nothing: the picture that stands behind this one shows through then.
    property bool holds: !("endOfStreamPolicy" in output)

    fillMode: VideoOutput.PreserveAspectCrop

    Loader {
        anchors.fill: parent
        z: -1
        active: output.holds
        sourceComponent: VideoOutput {
            objectName: "held"
            fillMode: output.fillMode
        }
    }
    Component.onCompleted: {
        if ("endOfStreamPolicy" in output)
            output.endOfStreamPolicy = VideoOutput.KeepLastFrame
    }
}
