// @ts-check
// The script within every page. If the address asks for results, which the page does not have
// without the program, it requests the program before boot.js has arrived. That saves a round trip.
//
// The publisher takes it as it is, without the lines of comments, and the security policy allows it
// by its hash. Where a host forbids it, boot.js makes the requests.
{
  const { program, edition } = document.currentScript?.dataset ?? {};
  if (location.search) {
    window.cuttingsRequests = {};
    for (const address of [program, edition]) {
      if (address) (window.cuttingsRequests[address] = fetch(address)).catch(() => {});
    }
  }
}
