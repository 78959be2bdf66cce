"""Hosts as they are named in requests."""

from ipaddress import ip_address


def is_loopback(name: str | None) -> bool:
    return name == "localhost" or (is_address(name or "") and ip_address(name or "").is_loopback)


def is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def without_port(host: str) -> str:
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() and (":" not in name or name.endswith("]")) else host
