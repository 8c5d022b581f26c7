"""Codes that no honest scanner reads: too long, broken, forged, of another kind, or not text at all."""

from hms_desktop.clinic.medicines.scanning import own_code

GTIN = "09506000134352"
GS = "\x1d"
HOSTILE = (
    "9" * 10_000,
    f"(01){GTIN}(10)" + "X" * 10_000,
    f"(01){GTIN[:-1]}3(10)MF1",
    f"01{GTIN[:-1]}3",
    f"(01){GTIN[:-1]}",
    f"(01){GTIN}(17)271332(10)MF1",
    f"]d201{GTIN}17270230{GS}{GS}{GS}",
    f"(99){GTIN}",
    "".join(chr(number) for number in range(32)) * 20,
    "\x00" * 50,
    f"(01){GTIN}(10)MF1\x00'; DROP TABLE hms.batches; --",
    f"(01){GTIN}(10)\x1b[2J\u202e\u2066%_\\",
    "０９５０６０００１３４３５２",
    "(01)٠٩٥٠٦٠٠٠١٣٤٣٥٢",
    "half \ud800 a sign",
    own_code("batch", 10**30),
    own_code("batch", 2**63),
    own_code("supply", 2**31),
    own_code("supply", 0),
    own_code("supply", 7)[:-1] + "\u0663",
    "https://id.gs1.org/01/" + "0" * 5_000,
    "<b>bold</b><img src=file:///etc/passwd>",
)
