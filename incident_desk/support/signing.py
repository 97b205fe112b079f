"""Ed25519 (RFC 8032): keys, signatures, and a private key under a passphrase. The library loads with the first use."""

from __future__ import annotations

import secrets

KEY_BYTES = 32


def new_private_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def public_key_of(private: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()


def sign(private: bytes, message: bytes) -> bytes:
    """64 bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private).sign(message)


def holds(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether it is the signature of this message by the key's owner. What is no key has signed nothing."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def locked(private: bytes, passphrase: str) -> bytes:
    """The key as a PKCS #8 file in PEM that opens with the passphrase alone."""
    from cryptography.hazmat.primitives import serialization as s
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.from_private_bytes(private)
    sealed = s.BestAvailableEncryption(passphrase.encode())
    return key.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, sealed)


def opened(pem: bytes, passphrase: str) -> bytes | None:
    """The key of such a file; None when the passphrase, or the file, is another one."""
    from cryptography.hazmat.primitives import serialization as s
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    try:
        key = s.load_pem_private_key(pem, passphrase.encode())
    except (ValueError, TypeError):
        return None
    return key.private_bytes_raw() if isinstance(key, Ed25519PrivateKey) else None
