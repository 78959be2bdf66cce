"""Which machines sayso fetches from: those of the open internet, unless the user allows his own network.

A name is looked up once, every address that it has is looked at, and the connection is made to one of these: a name
server that answers otherwise the second time changes nothing. How an address is spelled does not matter, since it is
the system that reads it.
"""

import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

# what clouds tell their machines of themselves that Python may take for public: Azure's, and Oracle's with its network
_METADATA = (IPv4Network("168.63.129.16/32"), IPv4Network("192.0.0.0/24"))
_CARRY_IPV4 = (IPv6Network("64:ff9b::/96"), IPv6Network("64:ff9b:1::/48"), IPv6Network("::/96"))


def looked_up(host: str, port: int) -> list[str]:
    """The addresses of a host, in the order to try them; none when it is not known."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return []
    return list(dict.fromkeys(str(place[4][0]) for place in found))


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet, also where an IPv4 address is wrapped into an IPv6 one.

    >>> is_public("93.184.215.14"), is_public("127.0.0.1"), is_public("::ffff:169.254.169.254")
    (True, False, False)
    """
    found = ip_address(address)
    inner = _carried(found) if isinstance(found, IPv6Address) else None
    return all(_is_global(one) for one in (found, inner) if one)


def _carried(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 one leads to: mapped, 6to4, Teredo, NAT64."""
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if any(address in network for network in _CARRY_IPV4):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None


def _is_global(address: IPv4Address | IPv6Address) -> bool:
    if isinstance(address, IPv6Address) and (address.is_site_local or address.ipv4_mapped):
        return not address.is_site_local  # of a mapped one, the address inside tells
    return address.is_global and not address.is_multicast and not any(address in network for network in _METADATA)
