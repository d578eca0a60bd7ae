/** A certificate of nobody for localhost and 127.0.0.1, until 2126, with its key: for tests alone, and trusted nowhere else. */
export const localhostCertificate = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgYdpQmcEtlDCgbot1
QeUE3yxUWOKaMIyfYN1mFwn+j0ehRANCAARkH3kfht0O51FpQNyfrIbn3gQ16sz/
gDaApbrq81kqkVT4bZertTfx6Gc8+2/OjBDAjPaGiAg1quHCWZWW+G7Y
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIULMQOZTFWfzM8XgUfw6hnIIVylPEwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNzA4NTkyNloYDzIxMjYxMTAz
MDg1OTI2WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARkH3kfht0O51FpQNyfrIbn3gQ16sz/gDaApbrq81kqkVT4bZertTfx
6Gc8+2/OjBDAjPaGiAg1quHCWZWW+G7Yo28wbTAdBgNVHQ4EFgQU6oyMgsge+OLV
wdhvBLUnjV6NxhAwHwYDVR0jBBgwFoAU6oyMgsge+OLVwdhvBLUnjV6NxhAwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIhAIyYbGflFtOAgWVz3gQJzCBK1QOcgaT+W5Zj6c145hfDAiBP
GPIoSn0DEQ1mCg/BJX1Scr9CC0FzOPikeh4ekk1qSA==
-----END CERTIFICATE-----`,
};
