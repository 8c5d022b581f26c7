/* Stands in for bcryptprimitives.dll, which Windows 10 has and Wine 8 lacks: what Rust's libraries (cryptography,
   jellyfish, calamine) draw their random bytes from. This library is never packed. */

#include <stddef.h>
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL ProcessPrng(PBYTE data, SIZE_T length)
{
    const SIZE_T most = 1 << 20;

    while (length) {
        ULONG part = (ULONG)(length < most ? length : most);
        if (!RtlGenRandom(data, part))
            return FALSE;
        data += part;
        length -= part;
    }
    return TRUE;
}
