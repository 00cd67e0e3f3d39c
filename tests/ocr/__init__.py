"""Scans: pages whose text is hidden, and pages whose picture is read."""
