import { createConnection } from 'vscode-languageserver/node';
import { startServer } from './server';
import { connectionStrategy } from './strategy';

// The transport follows from the arguments that the editor starts this program with: --node-ipc, --stdio, --socket=…
startServer(createConnection({ connectionStrategy }));
