#!/usr/bin/env python3
"""Makes docs/vectors/envelopes.json with Python's `cryptography`, independent of the Java code.

    python3 shared/protocol/src/test/python/make_vectors.py > docs/vectors/envelopes.json

All keys and nonces are derived from fixed labels, so that the output never changes.
"""

import base64
import hashlib
import json

from cryptography.hazmat.primitives import hashes, hmac, padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def label(text: str, length: int) -> bytes:
    return hashlib.sha512(text.encode()).digest()[:length]


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def b64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def cbc(key: str, iv: bytes, plain: bytes) -> bytes:
    padder = padding.PKCS7(128).padder()
    padded = padder.update(plain) + padder.finalize()
    aes = algorithms.AES(hashlib.sha256(key.encode()).digest())
    encryptor = Cipher(aes, modes.CBC(iv)).encryptor()
    return iv + encryptor.update(padded) + encryptor.finalize()


def hkdf(secret: str, salt: bytes | None, info: str) -> bytes:
    return HKDF(hashes.SHA256(), 32, salt, info.encode()).derive(secret.encode())


def mac(secret: str, token: str, session_type: str, sealed: bytes) -> bytes:
    h = hmac.HMAC(hkdf(secret, None, "facedesk mac v1"), hashes.SHA256())
    h.update(token.encode() + b"\0" + session_type.encode() + b"\0" + sealed)
    return h.finalize()


def jwe(secret: str, token: str, nonce: bytes, plain: bytes) -> str:
    header = b64url(b'{"enc":"A256GCM","alg":"dir"}')
    key = hkdf(secret, token.encode(), "facedesk result v2")
    sealed = AESGCM(key).encrypt(nonce, plain, header.encode())
    return ".".join([header, "", b64url(nonce), b64url(sealed[:-16]), b64url(sealed[-16:])])


def vector(name: str, reading: str, api_key: str, secret: str, session_type: str, user: str):
    token = "sess_" + b64url(label(name + " token", 32))
    payload = {
        "id": user,
        "timestamp": "2026-11-22T12:00:00Z",
        "session_type": session_type,
        "session_token": token,
    }
    if session_type != "enrollment":
        payload["confidence"] = 0.97
    plain_text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    plain = plain_text.encode()
    iv = label(name + " iv", 16)
    if reading == "api_key":
        sealed = cbc(api_key, iv, plain)
    elif reading == "secret_key":
        sealed = cbc(secret, iv, plain)
    else:
        inner = cbc(secret, label(name + " inner iv", 16), plain)
        sealed = cbc(api_key, iv, base64.b64encode(inner))
    return {
        "name": name,
        "api_key": api_key,
        "secret_key": secret,
        "session_token": token,
        "session_type": session_type,
        "plain_text": plain_text,
        "encrypted_data": {
            "encrypted_payload": b64(sealed),
            "encryption_method": "AES-256-CBC",
            "key": reading,
            "mac": b64(mac(secret, token, session_type, sealed)),
            "v2": jwe(secret, token, label(name + " nonce", 12), plain),
        },
    }


def main() -> None:
    vectors = []
    for reading in ("api_key", "secret_key", "double"):
        for session_type in ("enrollment", "verification", "identification"):
            name = f"{reading} {session_type}"
            api_key = "fd_" + b64url(label(name + " api key", 32))
            secret = b64url(label(name + " secret", 32))
            vectors.append(vector(name, reading, api_key, secret, session_type, "employee-0042"))
    vectors.append(
        vector("not ascii", "api_key", "clé-Ω", "geheim-ß", "verification", "Zoë 张伟 👤")
    )
    vectors.append(vector("one-block id", "double", "k", "s", "enrollment", "x"))
    made_by = "shared/protocol/src/test/python/make_vectors.py (cryptography)"
    print(json.dumps({"made_by": made_by, "vectors": vectors}, ensure_ascii=False, indent=2))


main()
