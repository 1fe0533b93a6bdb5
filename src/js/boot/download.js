// @ts-check
// Downloads files of the site.

/**
 * Downloads a file, or takes the answer that the script within the page has asked for. Fails if the
 * host does not have it.
 * @param {string} address
 * @param {RequestInit} [options]
 */
export const download = async (address, options) => {
  const { cuttingsRequests: early = {} } = window;
  const answer = await (early[address] ?? fetch(address, options));
  delete early[address]; // an answer is read once
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
};
