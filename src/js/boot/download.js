// @ts-check
// Downloads files of the site.

/**
 * Downloads a file. Fails if the host does not have it.
 * @param {string} address
 * @param {RequestInit} [options]
 */
export const download = async (address, options) => {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
};
