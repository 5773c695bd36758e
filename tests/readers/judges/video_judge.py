"""Videos by PyAV, one lossless and one as cameras make them, for our import of a video."""

import os

import av

import truth

_, _, folder, _ = truth.arguments()
written = []
for name, codec, layout, loss in (("lossless.mkv", "ffv1", "bgr0", 0), ("camera.mp4", "libx264", "yuv420p", 6)):
    place = os.path.join(folder, name)
    frames = []
    with av.open(place, "w") as video:
        stream = video.add_stream(codec, rate=20)
        stream.width, stream.height, stream.pix_fmt = 128, 96, layout
        for index in range(30):
            picture = truth.scene(index, 128, 96)
            for packet in stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")):
                video.mux(packet)
            frames.append((None, {"front": truth.kept(folder, f"kept/{index}", picture)}))
        for packet in stream.encode():
            video.mux(packet)
    written.append({"name": name, "place": place, "expected": truth.expected([frames]), "loss": loss})
truth.answer({"reader": "PyAV " + av.__version__, "frames": 30, "compared": "pictures", "differences": [], "written": written})
