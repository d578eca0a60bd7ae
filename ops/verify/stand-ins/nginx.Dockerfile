# Stands in for nginx's official image: Debian's nginx, an older one.
FROM parterre-verify/debian:services
CMD ["nginx", "-g", "daemon off;"]
