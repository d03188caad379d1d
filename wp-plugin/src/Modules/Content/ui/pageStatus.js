// How far a page is, for its badge and for what can be done with it.

/**
 * @param {Object} row A row of content.list.
 * @return {string} A key of PAGE_STATUSES.
 */
export default function pageStatus( { page_status: status, state } ) {
	if ( status !== 'drafted' ) {
		return status;
	}
	// A brief is an outline for a writer, never to be published as it is.
	return { brief: 'brief', draft: 'written' }[ state ] ?? 'drafted';
}

export const isWritable = ( { page_status: status } ) => status === 'queued';

export const isFailed = ( { page_status: status } ) => status === 'failed';

export const isPublished = ( { page_status: status } ) =>
	status === 'published';

/**
 * @param {Object} row A row of content.list.
 * @return {boolean} Written completely and not published yet.
 */
export const isPublishable = ( row ) =>
	row.page_status === 'drafted' && row.state !== 'brief';

/**
 * @param {Object} row A row of content.list.
 * @return {boolean} Whether there is something to look at.
 */
export const isWritten = ( { object_id: id } ) => id > 0;
