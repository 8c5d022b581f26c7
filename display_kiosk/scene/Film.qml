// The video beside the calls; the last picture of a clip stays until the next clip's first, where Qt can do that.
import QtQuick
import QtMultimedia

VideoOutput {
    id: output
    fillMode: VideoOutput.PreserveAspectCrop

    Component.onCompleted: {
        if ("endOfStreamPolicy" in output)
            output.endOfStreamPolicy = VideoOutput.KeepLastFrame
    }
}
